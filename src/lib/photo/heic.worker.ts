/** A worker of its own, so that the codec is loaded only for a file that needs it. */
import '../ways-out-closed.ts';
import { loadLibheif } from './libheif.ts';
import { serve } from './serve.ts';

serve(loadLibheif);
