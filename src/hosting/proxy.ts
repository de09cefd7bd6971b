/**
 * `node src/hosting/proxy.ts`: the configuration of a Caddy that serves `build/` itself, with the headers of
 * this build, and passes on the API. docs/deploy.md shows it as it is for any build.
 */
import { productionHeaders, type InlineHashes } from './headers.ts';
import { inlineHashes } from './inline-hashes.ts';
import { BUILD } from './server.ts';

/** Two years, and for good: `preload` is a promise that cannot be taken back soon. */
export const HSTS = 'max-age=63072000; includeSubDomains; preload';

/** What nobody outside may reach of PocketBase; its collections answer to their ids as well. */
const HIDDEN =
	'/api/collections /api/collections/_superusers/* /api/collections/pbc_3142635823/* /api/settings* /api/logs* /api/backups* /api/crons* /api/sql* /api/batch /api/realtime';

export function caddyfile(hashes: InlineHashes, site: string): string {
	const everywhere = productionHeaders(hashes, '/locked');
	const elsewhere = productionHeaders(hashes, '/').filter(
		([name]) => !everywhere.some(([other]) => other === name)
	);
	return `app.example.org {
	request_body {
		max_size 128KB
	}
	header Strict-Transport-Security "${HSTS}"

	handle /api/* {
		@hidden path ${HIDDEN}
		respond @hidden 404
		reverse_proxy 127.0.0.1:8090 {
			header_up X-Real-IP {remote_host}
		}
	}
	handle {
		header {
${everywhere.map(([name, value]) => `\t\t\t${name} "${value}"`).join('\n')}
		}
		@isolated not path /locked
${elsewhere.map(([name, value]) => `\t\theader @isolated ${name} "${value}"`).join('\n')}
		@hashed {
			path /_app/immutable/*
			file
		}
		header @hashed Cache-Control "public, max-age=31536000, immutable"
		@fresh {
			not {
				path /_app/immutable/*
				file
			}
		}
		header @fresh Cache-Control no-cache
		@page {
			not path /_app/*
			not path_regexp \\.[^/]*$
		}
		rewrite @page /index.html
		root * ${site}
		file_server {
			hide .*
			precompressed br gzip
		}
	}
}
`;
}

if (import.meta.main) console.log(caddyfile(inlineHashes(BUILD), BUILD));
