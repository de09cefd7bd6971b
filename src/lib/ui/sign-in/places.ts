/** Where somebody signs in: staff to the app or to the console, operators to their own page. */
export type SignInPlace = 'app' | 'console' | 'operator';
