/** A component that can be given the focus, seen from outside. */
export type Focusable = { readonly focus: () => void };
