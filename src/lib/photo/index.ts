export { fileName } from './names.ts';
export { encodePicture, openPhoto, storePhoto, turnPhoto } from './room.ts';
export * from './types.ts';
