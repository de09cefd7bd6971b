import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Desk, Place } from '$lib/record/index.ts';
import type { Studio } from '$lib/studio/index.ts';
import type { Ways } from './context.ts';

type Here = {
	readonly route: string | null;
	readonly folder: string | undefined;
	readonly visit: string | undefined;
	readonly step: string | undefined;
};

export function waysThrough(desk: Desk, studio: Studio): Ways {
	const photograph = async (folder: string, id: string): Promise<void> => {
		if (studio.keeping.kept?.photograph !== id) {
			await studio.letGoUnlessOf(folder);
			const opening = studio.keeping.reopen(folder, id);
			await goto(resolve('/studio'));
			await opening;
		} else await goto(resolve('/studio'));
	};
	const ways: Ways = {
		today: () => void goto(resolve('/today')),
		patients: () => void goto(resolve('/patients')),
		settings: () => void goto(resolve('/settings')),
		papers: () => void goto(resolve('/settings/papers')),
		keeping: () => void goto(resolve('/settings/keeping')),
		training: () => void goto(resolve('/settings/keeping/training')),
		restore: () => void goto(resolve('/restore')),
		file: (id) => void goto(resolve('/(records)/patients/[id]', { id })),
		privacy: (id) => void goto(resolve('/(records)/patients/[id]/privacy', { id })),
		teaching: ({ folder, consultation }) =>
			void goto(
				resolve('/(records)/patients/[id]/teaching/[visit]', { id: folder, visit: consultation })
			),
		camera: ({ folder, consultation }, view) =>
			void goto(
				resolve('/(records)/visit/[id]/[visit]/camera/[[view]]', {
					id: folder,
					visit: consultation,
					...(view === null ? {} : { view })
				})
			),
		compare: (id, pair) => {
			const state = pair === null ? {} : { pair };
			void goto(resolve('/(records)/patients/[id]/compare', { id }), { state });
		},
		newVisit: (folder) =>
			void goto(resolve('/(records)/visit/new/[[of]]', folder === null ? {} : { of: folder })),
		visit: ({ folder, consultation }, step) =>
			void goto(
				resolve('/(records)/visit/[id]/[visit]/[[step]]', { id: folder, visit: consultation, step })
			),
		photograph: (folder, id) => void photograph(folder, id),
		resume: async () => {
			const place = await desk.open.place().catch(() => null);
			if (place === null) {
				ways.today();
				return;
			}
			const { screen, folder, visit, open } = place;
			if (open !== null && screen === 'studio') {
				await photograph(open.folder, open.photograph);
				studio.goOnAt(open.tab, open.armed, open.look);
			} else if (screen === 'visit' && folder !== null && visit !== null) {
				ways.visit({ folder, consultation: visit.consultation }, visit.step);
			} else if (screen === 'patient' && folder !== null) ways.file(folder);
			else if (screen === 'patients') ways.patients();
			else if (screen === 'settings') ways.settings();
			else ways.today();
		}
	};
	return ways;
}

const SCREENS: Readonly<Record<string, Place['screen']>> = {
	'/studio': 'studio',
	'/camera': 'studio',
	'/(records)/patients': 'patients',
	'/(records)/patients/[id]': 'patient',
	'/(records)/patients/[id]/compare': 'patient',
	'/(records)/patients/[id]/privacy': 'patient',
	'/(records)/patients/[id]/teaching/[visit]': 'patient',
	'/(records)/visit/[id]/[visit]/[[step]]': 'visit',
	'/(records)/visit/[id]/[visit]/camera/[[view]]': 'visit',
	'/(records)/settings': 'settings',
	'/(records)/settings/papers': 'settings',
	'/(records)/settings/keeping': 'settings',
	'/(records)/settings/keeping/training': 'settings'
};

/** Where to go on after unlocking. */
export function placeOf(
	{ route, folder, visit, step }: Here,
	{ keeping, selection, view }: Studio
): Place {
	const { kept } = keeping;
	const screen = SCREENS[route ?? ''] ?? 'today';
	return {
		screen: screen === 'studio' && kept === null ? 'today' : screen,
		folder: screen === 'patient' || screen === 'visit' ? (folder ?? null) : null,
		visit:
			screen === 'visit' && visit !== undefined
				? { consultation: visit, step: step ?? 'capture' }
				: null,
		open:
			kept === null
				? null
				: {
						folder: kept.folder,
						photograph: kept.photograph,
						tab: selection.tab,
						armed: selection.armed,
						look: view.kept
					}
	};
}
