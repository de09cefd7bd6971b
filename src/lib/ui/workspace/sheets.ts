import type { Component } from 'svelte';

/** `search` is the catalogue with its search field in focus. */
export type SheetName =
	'export' | 'presets' | 'readouts' | 'scale' | 'time' | 'keys' | 'catalogue' | 'search';

type SheetProps = {
	readonly name: SheetName;
	readonly open: boolean;
	readonly version: string;
	readonly onClose: () => void;
};

type SheetModule = { readonly default: Component<SheetProps> };

/** Loaded when first asked for: none of them is needed to see and to work on a face. */
export const SHEETS: Readonly<Record<SheetName, () => Promise<SheetModule>>> = {
	export: () => import('./ExportSheet.svelte'),
	presets: () => import('./PresetsSheet.svelte'),
	readouts: () => import('./ReadOutsSheet.svelte'),
	scale: () => import('./ScaleSheet.svelte'),
	time: () => import('./TimeSheet.svelte'),
	keys: () => import('./KeysSheet.svelte'),
	catalogue: () => import('./CatalogueSheet.svelte'),
	search: () => import('./CatalogueSheet.svelte')
};
