type Bytes = Uint8Array<ArrayBuffer>;

/** A document as it is read from top to bottom, in the user's language. */
export type Paper = {
	/** Also that of the file: nobody's name. */
	readonly title: string;
	/** BCP 47. */
	readonly lang: string;
	/** On which it was made, YYYY-MM-DD: all that the file says of time. */
	readonly day: string;
	readonly letterhead: PaperHead | null;
	readonly blocks: readonly Block[];
	/** At the foot of each page, before its number. */
	readonly foot: string;
};

export type PaperHead = {
	readonly name: string;
	readonly address: string;
	/** A PNG or JPEG file, and what it shows. */
	readonly logo: PaperPicture | null;
	/** `#rrggbb`, legible on white; null: black. */
	readonly accent: string | null;
};

/** A JPEG or PNG file. */
export type PaperPicture = { readonly bytes: Bytes; readonly alt: string };

export type Block =
	| { readonly kind: 'heading'; readonly text: string }
	/** `faint`: less than the rest. */
	| { readonly kind: 'text'; readonly text: string; readonly faint?: boolean }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
	  }
	/** Two in a row. */
	| {
			readonly kind: 'pictures';
			readonly pictures: readonly (PaperPicture & { readonly caption: string })[];
	  }
	/** Numbered groups to be typed off. */
	| { readonly kind: 'code'; readonly groups: readonly string[] }
	/** Lines drawn by hand in an area of this size, px. */
	| {
			readonly kind: 'drawing';
			readonly width: number;
			readonly height: number;
			readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
			readonly alt: string;
	  };

/** How words look. Size in points. */
export type Type = {
	readonly size: number;
	readonly bold: boolean;
	readonly colour: string;
};

/** Words as a PNG file, in points: for letters that no font of the paper has. */
export type DrawnWords = {
	readonly bytes: Bytes;
	readonly width: number;
	readonly height: number;
};

/** Draws words broken to a width in points. */
export type DrawWords = (words: string, type: Type, width: number) => Promise<DrawnWords>;

/** Two weights of one face, each in parts by script: WOFF files. */
export type PaperFonts = { readonly plain: readonly Bytes[]; readonly bold: readonly Bytes[] };
