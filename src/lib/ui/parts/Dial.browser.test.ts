import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Dial from './Dial.svelte';

const format = (value: number) => `${value.toFixed(1)} mm`;

/** A dial that keeps what it is told, as the studio does. */
async function dial(options: { value?: number; range?: readonly [number, number] } = {}) {
	const onPreview = vi.fn((value: number) => void screen.rerender({ value }));
	const onSettle = vi.fn((value: number) => void screen.rerender({ value }));
	const screen = await render(Dial, {
		label: 'Lip height',
		value: options.value ?? 0,
		range: options.range ?? [-1, 2.5],
		step: 0.1,
		typical: 1,
		format,
		unit: 'mm',
		onPreview,
		onSettle
	});
	return { screen, onPreview, onSettle, thumb: screen.getByRole('slider', { name: 'Lip height' }) };
}

describe('Dial', () => {
	it('speaks its value with the unit and knows its range', async () => {
		const { thumb } = await dial({ value: 0.3 });
		await expect.element(thumb).toHaveAttribute('aria-valuetext', '0.3 mm');
		await expect.element(thumb).toHaveAttribute('aria-valuemin', '-1');
		await expect.element(thumb).toHaveAttribute('aria-valuemax', '2.5');
	});

	it('moves by fine steps, by ten, and to both ends with the keyboard', async () => {
		const { thumb } = await dial();
		thumb.element().focus();
		const press = async (key: string, value: string) => {
			await userEvent.keyboard(`{${key}}`);
			await expect.element(thumb).toHaveAttribute('aria-valuenow', value);
		};
		await press('ArrowRight', '0.1');
		await press('ArrowUp', '0.2');
		await press('ArrowLeft', '0.1');
		await press('PageUp', '1.1');
		await press('PageDown', '0.1');
		await press('End', '2.5');
		await press('PageUp', '2.5');
		await press('Home', '-1');
	});

	it('settles after each key, so that each can be undone', async () => {
		const { thumb, onSettle } = await dial();
		thumb.element().focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}');
		await expect.poll(() => onSettle.mock.calls.length).toBe(2);
	});

	it('follows a drag with previews and settles once at its end', async () => {
		const { screen, onPreview, onSettle } = await dial();
		const track = screen.container.querySelector('.dial-root');
		const box = track?.getBoundingClientRect();
		if (!track || !box) throw new Error('no track');
		const at = (share: number, type: string) =>
			new PointerEvent(type, {
				bubbles: true,
				cancelable: true,
				button: 0,
				clientX: box.left + share * box.width,
				clientY: box.top + box.height / 2
			});
		track.dispatchEvent(at(0.5, 'pointerdown'));
		for (const share of [0.6, 0.7, 0.8]) document.dispatchEvent(at(share, 'pointermove'));
		expect(onSettle).not.toHaveBeenCalled();
		document.dispatchEvent(at(0.8, 'pointerup'));
		expect(onSettle).toHaveBeenCalledTimes(1);
		expect(onPreview.mock.calls.length).toBeGreaterThanOrEqual(3);
	});

	it('takes a number by touching the value, with a comma or a minus sign, inside the range', async () => {
		const { screen, thumb } = await dial();
		const enter = async (text: string) => {
			await screen.getByRole('button', { name: /Enter a number/ }).click();
			const field = screen.getByRole('textbox');
			await expect.element(field).toHaveFocus();
			await field.fill(text);
			await userEvent.keyboard('{Enter}');
		};
		await enter('1,5');
		await expect.element(thumb).toHaveAttribute('aria-valuetext', '1.5 mm');
		await enter('−0.4');
		await expect.element(thumb).toHaveAttribute('aria-valuetext', '-0.4 mm');
		await enter('99');
		await expect.element(thumb).toHaveAttribute('aria-valuetext', '2.5 mm');
	});

	it('says the range where an entry was not taken as typed, and only then', async () => {
		const { screen } = await dial();
		const status = screen.getByRole('status');
		const enter = async (text: string) => {
			await screen.getByRole('button', { name: /Enter a number/ }).click();
			await screen.getByRole('textbox').fill(text);
			await userEvent.keyboard('{Enter}');
		};
		for (const wrong of ['99', '-7', 'much']) {
			await enter(wrong);
			await expect.element(status).toHaveTextContent('From -1.0 mm to 2.5 mm');
			await enter('1');
			await expect.poll(() => status.element().textContent).toBe('');
		}
	});

	it('tells who types the range and the usual value', async () => {
		const { screen } = await dial();
		await screen.getByRole('button', { name: /Enter a number/ }).click();
		const field = screen.getByRole('textbox');
		await expect
			.element(field)
			.toHaveAccessibleName('Lip height, from -1.0 mm to 2.5 mm, usual 1.0 mm');
	});

	it('leaves the value alone when the entry is given up or is no number', async () => {
		const { screen, onSettle } = await dial({ value: 1 });
		const value = screen.getByRole('button', { name: /Enter a number/ });
		await value.click();
		await screen.getByRole('textbox').fill('2');
		await userEvent.keyboard('{Escape}');
		expect(screen.getByRole('status').element().textContent).toBe('');
		await value.click();
		await screen.getByRole('textbox').fill('much');
		await userEvent.keyboard('{Enter}');
		expect(onSettle).not.toHaveBeenCalled();
	});
});
