import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const lost: Translation['lost'] = {
	page: `Nicht gefunden – ${PRODUCT_NAME}`,
	title: 'Hier ist nichts',
	what: 'Die Adresse ist vielleicht veraltet oder vertippt.',
	home: 'Zum Anfang'
};
