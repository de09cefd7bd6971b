import type { VisitorChoice } from '$lib/ui/index.ts';
import { createContext } from 'svelte';

export const [useChoice, provideChoice] = createContext<VisitorChoice>();
