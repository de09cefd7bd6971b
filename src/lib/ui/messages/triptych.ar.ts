import type { Translation } from './translation.ts';

export const triptych: Translation['triptych'] = {
	title: 'ثلاث درجات',
	close: 'العودة إلى صورة واحدة',
	cautious: 'أقل: 60 %',
	planned: 'كما هو مخطط',
	upper: 'أكثر: 140 %، بقدر ما يسمح المدى',
	about: ({ percent }) =>
		`المليمترات على هذه الصورة، بزيادة أو نقصان ${percent} % بسبب المقياس. ويختلف أثر العلاج من شخص إلى آخر.`
};
