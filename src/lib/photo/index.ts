export { fileName } from './names.ts';
export { encodePicture, openPhoto } from './room.ts';
export * from './types.ts';
