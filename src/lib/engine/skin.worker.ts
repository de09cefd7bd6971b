/// <reference lib="webworker" />
/** The second thread of a reading of the skin: half of the analyses, in a worker of the engine's own. */
import '../ways-out-closed.ts';
import { expose, transfer } from 'comlink';
import { buffersOf, inThisThread, type Aside } from '../skin/index.ts';

const here = inThisThread();

const aside: Aside = {
	colours: async (photo) => {
		const found = await here.colours(photo);
		return transfer(found, buffersOf(found));
	},
	creases: async (bank) => {
		const found = await here.creases(bank);
		return transfer(found, buffersOf(found));
	}
};

expose(aside);
