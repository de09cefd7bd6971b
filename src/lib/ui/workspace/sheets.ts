export type SheetName = 'export' | 'presets' | 'readouts' | 'scale' | 'keys' | 'catalogue';
