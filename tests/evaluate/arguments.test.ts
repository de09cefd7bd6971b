import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from './arguments.ts';

const read = (...argv: string[]) => readArguments(['a.jpg', '--out', 'there', ...argv]);

describe('the command line of evaluate', () => {
	it('takes photographs, sliders of both sides or of one, a view and a model', () => {
		const given = read(
			...['b.png', '--set', 'jaw_masseter=4', '--set', 'brow_lift:left=2'],
			...['--view', 'oblique', '--model', 'x.task']
		);
		expect(given).toEqual({
			photographs: ['a.jpg', 'b.png'],
			plan: { jaw_masseter: { left: 4, right: 4 }, brow_lift: { left: 2, right: 0 } },
			view: 'oblique',
			out: 'there',
			model: 'x.task'
		});
	});

	it('takes negative values, and the later of two settings', () => {
		expect(read('--set', 'chin_height=3', '--set', 'chin_height=-4')).toMatchObject({
			plan: { chin_height: { left: -4, right: -4 } },
			view: 'auto',
			model: null
		});
		expect(read('--set', 'brow_lift=2', '--set', 'brow_lift:right=-1')).toMatchObject({
			plan: { brow_lift: { left: 2, right: -1 } }
		});
	});

	it('helps when asked, whatever else is missing', () => {
		expect(readArguments(['--help'])).toBe('help');
	});

	it.each([
		[['--out', 'there'], 'photograph'],
		[['a.jpg'], '--out'],
		[['a.jpg', '--out', 'x', '--set', 'nose_job=2'], 'no treatment nose_job'],
		[['a.jpg', '--out', 'x', '--set', 'jaw_masseter'], 'id=value'],
		[['a.jpg', '--out', 'x', '--set', 'jaw_masseter:middle=1'], 'id:left=value'],
		[['a.jpg', '--out', 'x', '--set', 'jaw_masseter=7'], 'from 0 to 6 mm/side; 7'],
		[['a.jpg', '--out', 'x', '--set', 'jaw_masseter=much'], 'much is not in that range'],
		[['a.jpg', '--out', 'x', '--set', 'nose_length:left=1'], 'one slider'],
		[['a.jpg', '--out', 'x', '--view', 'profile'], 'not profile'],
		[['a.jpg', '--out', 'x', '--colour', 'red'], '--colour']
	])('refuses %j with a sentence', (argv, part) => {
		expect(() => readArguments(argv)).toThrow(UsageError);
		expect(() => readArguments(argv)).toThrow(part);
	});
});
