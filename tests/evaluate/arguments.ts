/** The command line of `npm run evaluate`. */
import { parseArgs } from 'node:util';
import {
	isTreatmentId,
	treatment,
	type Plan,
	type SideValues
} from '../../src/lib/treatment/index.ts';

export const HELP = `npm run evaluate -- PHOTO… [--set id=value…] [--view auto|frontal|oblique] --out DIR [--model FILE]

Shows treatments on photographs with the built app's own worker and renderers, and measures them.
Per photograph it writes NAME.before.png, NAME.after.png and NAME.json into DIR.

  PHOTO…              photographs to open
  --set id=value      a treatment of the catalogue and its slider, both sides alike; repeatable
  --set id:left=value --set id:right=value
                      one side of a treatment whose sides are independent
  --view VIEW         auto: by the pose (the default); frontal or oblique: as if the pose said so,
                      which decides what of a treatment counts as shown
  --out DIR           where to write; made if missing
  --model FILE        another face landmarker (.task) than the build's own
  --help              this text

The exit code is 1 when a photograph could not be read at all, 2 when the command line is wrong.`;

export type ViewChoice = 'auto' | 'frontal' | 'oblique';

export type Arguments = {
	readonly photographs: readonly string[];
	readonly plan: Plan;
	readonly view: ViewChoice;
	readonly out: string;
	readonly model: string | null;
};

/** The command line asks for something that cannot be; the message is a sentence for its writer. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** `help` when that is all that is wanted. @throws UsageError */
export function readArguments(argv: readonly string[]): Arguments | 'help' {
	const { values, positionals } = parsed(argv);
	if (values.help === true) return 'help';
	if (positionals.length === 0) throw new UsageError('Name at least one photograph.');
	if (values.out === undefined) throw new UsageError('Say with --out where to write.');
	return {
		photographs: positionals,
		plan: readPlan(values.set ?? []),
		view: readView(values.view ?? 'auto'),
		out: values.out,
		model: values.model ?? null
	};
}

function parsed(argv: readonly string[]) {
	try {
		return parseArgs({
			args: [...argv],
			allowPositionals: true,
			options: {
				set: { type: 'string', multiple: true },
				view: { type: 'string' },
				out: { type: 'string' },
				model: { type: 'string' },
				help: { type: 'boolean' }
			}
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readView(value: string): ViewChoice {
	if (value === 'auto' || value === 'frontal' || value === 'oblique') return value;
	throw new UsageError(`--view is auto, frontal or oblique, not ${value}.`);
}

const SETTING = /^(?<id>[^:=]+)(?::(?<side>left|right))?=(?<value>.+)$/;

/** Later settings of one slider replace earlier ones. */
function readPlan(settings: readonly string[]): Plan {
	const plan: Record<string, SideValues> = {};
	for (const setting of settings) {
		const { id, side, value } = readSetting(setting);
		const both = { left: value, right: value };
		plan[id] = side === null ? both : { left: 0, right: 0, ...plan[id], [side]: value };
	}
	return plan;
}

type Setting = {
	readonly id: string;
	readonly side: 'left' | 'right' | null;
	readonly value: number;
};

function readSetting(setting: string): Setting {
	const { id, side, value: text } = SETTING.exec(setting)?.groups ?? {};
	if (id === undefined || text === undefined) {
		throw new UsageError(`--set takes id=value, id:left=value or id:right=value, not ${setting}.`);
	}
	if (!isTreatmentId(id)) throw new UsageError(`There is no treatment ${id} in the catalogue.`);
	const { range, unit, independentSides } = treatment(id);
	const value = Number(text);
	if (!(value >= range[0] && value <= range[1])) {
		throw new UsageError(
			`${id} goes from ${range[0]} to ${range[1]} ${unit}; ${text} is not in that range.`
		);
	}
	if (side === undefined) return { id, side: null, value };
	if (!independentSides) throw new UsageError(`${id} has one slider for both sides.`);
	return { id, side: side === 'left' ? 'left' : 'right', value };
}
