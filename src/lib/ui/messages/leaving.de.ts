import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const leaving: Translation['leaving'] = {
	title: `Sie verlassen ${PRODUCT_NAME}`,
	about: ({ site }) =>
		`Das führt in einem neuen Tab zu ${site}. Die Seite gehört jemand anderem: Dort gelten deren Bedingungen und Datenschutzerklärung, nicht unsere. Woher Sie kommen, erfährt sie nicht.`,
	stay: 'Hierbleiben',
	go: ({ site }) => `Zu ${site}`
};
