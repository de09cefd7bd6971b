import { fromHex, type Bytes } from './bytes.ts';
import { isId } from './ids.ts';

/** Not of the shape that was expected. */
export class Malformed extends Error {}

/** Fields of what was parsed from JSON, each checked as it is taken. */
export class Fields {
	readonly #fields: ReadonlyMap<string, unknown>;

	constructor(value: unknown) {
		if (typeof value !== 'object' || value === null) throw new Malformed();
		this.#fields = new Map(Object.entries(value));
	}

	number(name: string): number {
		const value = this.#fields.get(name);
		if (typeof value !== 'number') throw new Malformed();
		return value;
	}

	id(name: string): string {
		const value = this.#fields.get(name);
		if (!isId(value)) throw new Malformed();
		return value;
	}

	text(name: string): string {
		const value = this.#fields.get(name);
		if (typeof value !== 'string') throw new Malformed();
		return value;
	}

	bytes(name: string): Bytes {
		const value = this.text(name);
		if (!/^([0-9a-f]{2})*$/.test(value)) throw new Malformed();
		return fromHex(value);
	}

	fields(name: string): Fields {
		return new Fields(this.#fields.get(name));
	}

	list(name: string): readonly Fields[] {
		const value = this.#fields.get(name);
		if (!Array.isArray(value)) throw new Malformed();
		return value.map((entry: unknown) => new Fields(entry));
	}
}

/** Errors: `Malformed`, SyntaxError. */
export function parseFields(json: Bytes): Fields {
	return new Fields(JSON.parse(new TextDecoder().decode(json)));
}
