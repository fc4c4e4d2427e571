import { enableCompileCache } from 'node:module';
import { main } from './shirushi.ts';

enableCompileCache();
process.exitCode = await main(process.argv.slice(2));
