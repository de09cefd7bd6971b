type Bytes = Uint8Array<ArrayBuffer>;

/** A zip file in the making. */
type ZipFile = {
	/** Text is made smaller, pictures are small already. */
	readonly add: (name: string, bytes: Bytes, isText: boolean) => void;
	readonly end: () => Promise<Bytes>;
};

/** What is written stands in it in this order; when it was made does not. */
export async function newZip(): Promise<ZipFile> {
	const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate');
	const chunks: Bytes[] = [];
	const zip = new Zip((error, chunk) => {
		if (error !== null) throw error;
		chunks.push(new Uint8Array(chunk));
	});
	return {
		add: (name, bytes, isText) => {
			const file = isText ? new ZipDeflate(name) : new ZipPassThrough(name);
			// The day on which a file was written says nothing that its data do not.
			file.mtime = new Date(1980, 0, 1);
			zip.add(file);
			file.push(bytes, true);
		},
		end: async () => {
			zip.end();
			return new Uint8Array(await new Blob(chunks).arrayBuffer());
		}
	};
}

export function jsonBytes(value: unknown): Bytes {
	return new TextEncoder().encode(JSON.stringify(value, null, 1));
}
