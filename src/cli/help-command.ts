// `iljari help`: what can be done, how a command is written, or a help text of the page.
import type { Command } from 'commander';
import { PROGRAM_FOLDER, readHelp } from '../files.ts';
import { usageFault } from './korean-help.ts';
import { sayLines } from './print.ts';
