export { default as CameraScreen } from './camera/CameraScreen.svelte';
export { provideStudio, useStudio } from './context.ts';
export { default as Home } from './home/Home.svelte';
export { default as Lost } from './home/Lost.svelte';
export { t } from './messages/index.ts';
export { default as FaceChoiceSheet } from './studio/FaceChoiceSheet.svelte';
export { default as ProblemSheet } from './studio/ProblemSheet.svelte';
export { default as StudioScreen } from './studio/StudioScreen.svelte';
export { default as PhotoIntake } from './home/PhotoIntake.svelte';
