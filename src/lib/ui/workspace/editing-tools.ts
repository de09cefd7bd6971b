/** Loaded when marks or landmarks are first edited: nobody needs them to see and to work on a face. */
export { default as FoldEditor } from './FoldEditor.svelte';
export { default as LandmarkBar } from './LandmarkBar.svelte';
export { default as LandmarkEditor } from './LandmarkEditor.svelte';
export { default as MarkBar } from './MarkBar.svelte';
export { default as SkinEditor } from './SkinEditor.svelte';
