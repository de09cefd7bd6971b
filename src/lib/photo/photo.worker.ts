import '../ways-out-closed.ts';
import { serve } from './serve.ts';

serve();
