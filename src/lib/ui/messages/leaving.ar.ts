import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

/** An address stands from left to right within the sentence. */
const isolated = (site: string): string => `\u2066${site}\u2069`;

export const leaving: Translation['leaving'] = {
	title: `أنت تغادر ${PRODUCT_NAME}`,
	about: ({ site }) =>
		`يقودك هذا إلى ${isolated(site)} في علامة تبويب جديدة. الموقع لجهة أخرى: تسري هناك شروطها وسياسة خصوصيتها، لا شروطنا. ولا تعلم من أين أتيت.`,
	stay: 'البقاء هنا',
	go: ({ site }) => `الذهاب إلى ${isolated(site)}`
};
