/**
 * The quilt as coded by AV1 and HEVC encoders: what cannot be generated here. The containers around
 * it are (heif.ts). Own work: made from the quilt's pixels by Debian 12's avifenc 0.11.1 (libaom
 * 3.6.0, `--min 10 --max 20 -s 6 -y 444`, `-d 10`), ImageMagick 6.9.11 and heif-enc 1.15.1 (x265 3.5,
 * quality 80, `-b 10`).
 */
import type { Bytes } from '../../../src/lib/photo/bytes.ts';

export type Coded = {
	readonly item: 'av01' | 'hvc1';
	/** Type and content of the codec's configuration box. */
	readonly config: readonly ['av1C' | 'hvcC', Bytes];
	readonly data: Bytes;
	/** How far a decoded patch may lie from the colour that was coded. */
	readonly tolerance: number;
};

const bytes = (base64: string): Bytes =>
	Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export const AV1: Coded = {
	item: 'av01',
	config: ['av1C', bytes('gSAAAA==')],
	data: bytes(
		'EgAKCTgZb/7CAhoNIDLXARHgAYYYYgDYAAqkNsKBGhryo6DI8q/WimTE8NZQqoBIxnlFUKt/GIlLK+wrkhbz6KZ2YX7kvuRWDRTTwpd7JE/xZR/mxqy5miid9u0q2ZsHVtbNbQ6n3eHO7gbyr9igc+g3bzhFF2d1d5lI0G/JIzYY8mbFz7Ly2sZa3ttSq+4+NtsN9m5hKD/YKP40PMlB5GYlmYtuexM9h8rohxWkcXMViM89v2HYS8WSDtlwH7ODbhPWKRW3azqe5jwZvKVFNMkEauoUaNwaL0rfDcUoO7PR9zmxr5LK'
	),
	tolerance: 6
};

export const AV1_10_BIT: Coded = {
	item: 'av01',
	config: ['av1C', bytes('gSBAAA==')],
	data: bytes(
		'EgAKCTgZb/7GAhoNIDLeARHgAoooogDYAAqi12b2yKBQqTA1PKL+zMr2eNNli2n60su91H5PQr2lorXyQFtoKAqY57yPuiLk0sFXByLwkC4pb5p/fYm9HFDp4TUGx3lXZKT3XaIo439+sOz7E2kadakMj7OsYJ+kTYyHB6Z2P12tuLiOstYR6+2c4ff3z8Vaup9BIzbErEnKFaOpCiL6a1ehNhLVx9UM4WgypqQDQJCV6PRxp/YJYbQeJn7OSWIGMeXDDTS3HgBztfIwhPaGuP87t7/TCtZ5Mw4c2uBE+5uQYo/J/oZvNCCDdvDicA=='
	),
	tolerance: 6
};

/** Plain grey: the second frame of a sequence. */
export const AV1_GREY: Coded = {
	item: 'av01',
	config: ['av1C', bytes('gSAAAA==')],
	data: bytes('EgAKCTgZb/7CAhoNIDINFGAGmmmiALcTTpwyKA=='),
	tolerance: 6
};

export const HEVC: Coded = {
	item: 'hvc1',
	config: [
		'hvcC',
		bytes(
			'AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQA=='
		)
	],
	data: bytes(
		'AAABUigBrwT4KgmBG/4Wlf/+Kz9//D3wWofx1PPv54+//9W2MVD+pH6N9043/+H4gCL/9cj//+12L/83YAJT/EnCn/h9lc+jiWSvxIv2/AOGD8wu60/+i41B+04Kb0iyGr/xOWH469zckU2ZP09o0/LbvvxqLPP+WSpP43kq91THK/zMuh7uLw/PH+XrXw71P7Zpc/e6mGR8rLn8CPV7SmQL6gA+9v8cff9jjqLh8A4gBp+g+QRE2R7x358wC1Jdr2bs2hfn9e33LrJ64Cy5fiYxT9Ycu+7s5+f7oaCcA/T9Z+JVPUod+pibtg6p03mPox4TCq2gvcqoAj/JUraJQqXyZmT86B//VA5vn+eKse/IP/oobSC7CHnop61GBZQtN/kZIxetuZ9MroZx1deJwcfq0mp0SM7H+v4A+E6S+GVNJH8GvVPmg9fntnYnnSD+WSi/Oqao'
	),
	tolerance: 12
};

export const HEVC_10_BIT: Coded = {
	item: 'hvc1',
	config: [
		'hvcC',
		bytes(
			'AQQIAAAAAAAAAAAAHvAA/P/6+gAADwMgAAEAF0ABDAH//wQIAAADAJw4AAADAAAeugJAIQABACtCAQEECAAAAwCcOAAAAwAAHpAGECCbLdSSU1zcCAgYEAAAAwAQAAADABCAIgABAAhEAcFyhgwCJA=='
		)
	],
	data: bytes(
		'AAABRCgBrwT4KgmBG/4Wlf/+In9//EDwWofyGMvv58SP/9XI8VD+qv6N92EB/+IG1Fd/ktM//1DtLrtCcl6f4tDc/8QUrn0pKQl+LUK34AwofmF3Dt/xQdw/wyiJ9kJ4Pd9VY6fo7Ug10ElH/Yp8n9H2n/MWKKH/LJUn8cYNe6pmQP7Xb0+cMYPvFunVp6dkZ4pyn84vQ4n7AiP+az++GXND8D8t+SWn/mq/4B74fPTzVam9akL/0oeVbt0N/sO0z+NUC/RAxNBc77icNb6ox9UkUuvo9QH0BojqJzAtIxUNQOR0D+9VKSOOhX9Ej1URzNj8P4X8oUD9anFFr/GqiPdSGfAA7dVe9vXB1Nie5ITRZEjDlC6gFmqtMnmdvsw7Z4X3njJ2dOiIE/yVxnrBhvqIZsz+ZC5n1ZyF2GaUZ63yj8cWZ3QTgA=='
	),
	tolerance: 12
};
