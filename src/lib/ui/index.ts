import '@fontsource-variable/source-sans-3/wght.css';
import './base.css';

export { default as CameraScreen } from './camera/CameraScreen.svelte';
export { provideStudio, useStudio } from './context.ts';
export { default as Home } from './home/Home.svelte';
export { default as Lost } from './home/Lost.svelte';
export { t } from './messages/index.ts';
export { default as Interruptions } from './workspace/Interruptions.svelte';
export { default as StudioScreen } from './workspace/StudioScreen.svelte';
export type { PhotoPicker } from './home/photo-picker.ts';
export { default as PhotoIntake } from './home/PhotoIntake.svelte';
