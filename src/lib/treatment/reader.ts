/** Reads untrusted data and knows where it is, so that a refusal says which field is wrong. */
export class Reader {
	readonly #value: unknown;
	readonly #path: string;

	constructor(value: unknown, path: string) {
		this.#value = value;
		this.#path = path;
	}

	fail(what: string): never {
		throw new TypeError(`${this.#path} ${what}`);
	}

	/** The same value under a clearer name. */
	named(path: string): Reader {
		return new Reader(this.#value, path);
	}

	record(): ReadonlyMap<string, Reader> {
		const value = this.#value;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.fail('is no object');
		}
		return new Map(
			Object.entries(value).map(([key, inner]) => [key, new Reader(inner, `${this.#path}.${key}`)])
		);
	}

	field(name: string): Reader {
		return this.record().get(name) ?? this.fail(`has no ${name}`);
	}

	list<T>(read: (item: Reader) => T): readonly T[] {
		if (!Array.isArray(this.#value)) this.fail('is no list');
		return this.#value.map((item, index) => read(new Reader(item, `${this.#path}[${index}]`)));
	}

	filledList<T>(read: (item: Reader) => T): readonly T[] {
		const items = this.list(read);
		return items.length > 0 ? items : this.fail('is empty');
	}

	tuple(length: number): readonly Reader[] {
		const items = this.list((item) => item);
		return items.length === length ? items : this.fail(`must have ${length} elements`);
	}

	pair<T>(read: (item: Reader) => T): readonly [T, T] {
		const [first, second] = this.tuple(2);
		return [read(first!), read(second!)];
	}

	nullOr<T>(read: (item: Reader) => T): T | null {
		return this.#value === null ? null : read(this);
	}

	isString(): boolean {
		return typeof this.#value === 'string';
	}

	string(): string {
		return typeof this.#value === 'string' ? this.#value : this.fail('is no text');
	}

	boolean(): boolean {
		return typeof this.#value === 'boolean' ? this.#value : this.fail('is neither true nor false');
	}

	numberBetween(low: number, high: number): number {
		const value = this.#value;
		if (typeof value !== 'number' || !(value >= low && value <= high)) {
			this.fail(`must lie between ${low} and ${high}`);
		}
		return value;
	}

	integerBetween(low: number, high: number): number {
		const value = this.numberBetween(low, high);
		return Number.isInteger(value) ? value : this.fail('must be whole');
	}

	oneOf<T extends string>(allowed: readonly T[]): T {
		const found = allowed.find((one) => one === this.#value);
		return found ?? this.fail(`must be one of ${allowed.join(', ')}`);
	}

	equals(expected: number): void {
		if (this.#value !== expected) this.fail(`must be ${expected}`);
	}
}
