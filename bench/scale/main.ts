import { runBench } from '../runBench.ts';
import { benchScale } from './benchScale.ts';

void runBench('scale', benchScale);
