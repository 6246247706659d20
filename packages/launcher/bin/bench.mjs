#!/usr/bin/env node
// @ts-check
// As atrium.mjs: plain JavaScript for whatever Node is there.
import { bootstrap } from './bootstrap/bootstrap.mjs';

await bootstrap('bench/main.ts', process.argv.slice(2));
