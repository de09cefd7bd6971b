import type { Device, Me, Member } from './types.ts';

export type Step = 'approved' | 'staff' | 'device' | 'retention';
export type DoneStep = { readonly step: Step; readonly isDone: boolean };

/** What a new clinic has to do, in this order. */
export function checklist(
	{ clinic, settings }: Me,
	staff: readonly Member[],
	devices: readonly Device[]
): readonly DoneStep[] {
	return [
		{ step: 'approved', isDone: clinic.status === 'active' || clinic.status === 'closing' },
		{
			step: 'staff',
			isDone: staff.some(({ role, active }) => role === 'practitioner' && active)
		},
		{ step: 'device', isDone: devices.some(({ state }) => state === 'approved') },
		// Version 1 is what every clinic begins with: nobody has chosen it.
		{ step: 'retention', isDone: settings.version > 1 }
	];
}
