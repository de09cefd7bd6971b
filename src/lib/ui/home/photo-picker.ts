/** The hidden file input, seen from outside. */
export type PhotoPicker = { readonly pick: () => void };
