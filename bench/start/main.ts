import { runBench } from '../runBench.ts';
import { benchStart } from './benchStart.ts';

void runBench('start', benchStart);
