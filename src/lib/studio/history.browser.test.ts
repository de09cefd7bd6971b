import { describe, expect, it } from 'vitest';
import { History } from './history.svelte.ts';

const ignore = () => undefined;

describe('History', () => {
	it('takes a whole gesture back in one step', () => {
		const history = new History(0, ignore);
		for (const value of [0.1, 0.2, 0.3]) history.preview(value);
		history.settle();
		expect(history.present).toBe(0.3);
		history.undo();
		expect(history.present).toBe(0);
		history.redo();
		expect(history.present).toBe(0.3);
	});

	it('keeps nothing of a gesture that ends where it began', () => {
		const history = new History(0, ignore);
		history.preview(1);
		history.preview(0);
		history.settle();
		expect(history.canUndo).toBe(false);
	});

	it('undoes a gesture that never settled', () => {
		const history = new History('before', ignore);
		history.preview('during');
		history.undo();
		expect(history.present).toBe('before');
	});

	it('forgets what was undone when something new is done', () => {
		const history = new History(0, ignore);
		history.change(1);
		history.change(2);
		history.undo();
		history.change(3);
		expect(history.canRedo).toBe(false);
		history.undo();
		expect(history.present).toBe(1);
	});

	it('can hold undefined-like falsy values and does nothing at either end', () => {
		const history = new History<number | null>(null, ignore);
		history.undo();
		history.redo();
		expect(history.present).toBeNull();
		history.change(0);
		history.undo();
		expect(history.present).toBeNull();
		expect(history.canRedo).toBe(true);
	});

	it('tells each value that a step ends at, and none in between', () => {
		const heard: number[] = [];
		const history = new History(0, (value) => heard.push(value));
		for (const value of [0.1, 0.2, 0.3]) history.preview(value);
		history.settle();
		history.settle();
		history.change(1);
		history.preview(2);
		history.undo();
		history.redo();
		history.restart(5);
		expect(heard).toEqual([0.3, 1, 1, 2]);
	});
});
