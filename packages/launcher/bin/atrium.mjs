#!/usr/bin/env node
// @ts-check
// Plain JavaScript on purpose: this is what runs on a machine with nothing
// but some Node 20 or newer, before anything has been installed.
import { bootstrap } from './bootstrap/bootstrap.mjs';

await bootstrap('packages/launcher/src/main.ts', process.argv.slice(2));
