import { existsSync } from 'node:fs';
import { XVFB } from './firefox.ts';

/** Starts WebKitGTK's own small browser. */
export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';

/** Whether there is one, and something to open its window in. */
export const hasWebKit = (): boolean => existsSync(WEBKIT_DRIVER) && existsSync(XVFB);
