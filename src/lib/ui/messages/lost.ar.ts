import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const lost: Translation['lost'] = {
	page: `غير موجود – ${PRODUCT_NAME}`,
	title: 'لا شيء هنا',
	what: 'قد يكون العنوان قديمًا أو مكتوبًا خطأ.',
	home: 'إلى البداية'
};
