import { runBench } from '../runBench.ts';
import { benchWeb } from './benchWeb.ts';

void runBench('web', benchWeb);
