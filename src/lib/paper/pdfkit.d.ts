/** Of pdfkit 0.20, which brings no types, what `pdf.ts` uses. Lengths in points, y downwards. */
declare module 'pdfkit' {
	type Structure = {
		add(child: Structure | (() => void)): Structure;
		end(): void;
	};
	type TextOptions = {
		readonly width?: number;
		readonly continued?: boolean;
		readonly lineGap?: number;
		readonly characterSpacing?: number;
		readonly lineBreak?: boolean;
		readonly align?: 'left' | 'right';
	};
	export default class PDFDocument {
		constructor(options: {
			readonly size: 'A4';
			readonly margins: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
			readonly pdfVersion: '1.7';
			readonly subset: 'PDF/UA';
			readonly tagged: true;
			readonly displayTitle: true;
			readonly lang: string;
			readonly bufferPages: true;
			readonly font: null;
			readonly info: {
				readonly Title: string;
				readonly Producer: string;
				readonly Creator: string;
				readonly CreationDate: Date;
			};
		});
		x: number;
		y: number;
		readonly page: {
			readonly width: number;
			readonly height: number;
			readonly margins: { bottom: number };
		};
		registerFont(name: string, bytes: Uint8Array): this;
		font(name: string): this;
		fontSize(size: number): this;
		fillColor(color: string): this;
		strokeColor(color: string): this;
		lineWidth(width: number): this;
		lineCap(cap: 'round'): this;
		lineJoin(join: 'round'): this;
		moveTo(x: number, y: number): this;
		lineTo(x: number, y: number): this;
		rect(x: number, y: number, width: number, height: number): this;
		stroke(): this;
		text(text: string, x: number, y: number, options?: TextOptions): this;
		text(text: string, options?: TextOptions): this;
		heightOfString(text: string, options: TextOptions): number;
		widthOfString(text: string): number;
		image(
			source: Uint8Array,
			x: number,
			y: number,
			options: { readonly width?: number; readonly height?: number }
		): this;
		openImage(source: Uint8Array): { readonly width: number; readonly height: number };
		addPage(): this;
		bufferedPageRange(): { readonly start: number; readonly count: number };
		switchToPage(n: number): this;
		struct(tag: string, options?: { readonly alt?: string; readonly actual?: string }): Structure;
		addStructure(structure: Structure): this;
		markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
		endMarkedContent(): this;
		end(): void;
	}
}

declare module 'pdfkit/output' {
	import type PDFDocument from 'pdfkit';
	export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}

declare module 'fontkit' {
	export function create(bytes: Uint8Array): {
		hasGlyphForCodePoint(codePoint: number): boolean;
	};
}
