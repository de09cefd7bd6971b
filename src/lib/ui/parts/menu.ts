import type { Component } from 'svelte';

export type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

export type MenuEntry = {
	readonly icon: Icon;
	readonly label: string;
	readonly onSelect: () => void;
	/** Set for what can be on or off. */
	readonly checked?: boolean;
	readonly disabled?: boolean;
};

export type MenuProps = {
	readonly icon: Icon;
	readonly label: string;
	readonly caption?: string;
	readonly pressed?: boolean;
	readonly groups: readonly (readonly MenuEntry[])[];
};
