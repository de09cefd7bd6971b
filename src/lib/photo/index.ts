export { fileName } from './names.ts';
export { encodePicture, openPhoto, turnPhoto } from './room.ts';
export * from './types.ts';
