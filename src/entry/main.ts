import { enableCompileCache } from 'node:module';

enableCompileCache();
// Loaded only now: what is loaded before the cache is on, is stripped of its types and compiled at every start.
const { main } = await import('./shirushi.ts');
// Whoever reads the output may stop reading (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
const exit = await main(process.argv.slice(2));
// A database that died leaves a timer behind, for which nobody need wait; what was printed is still written.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exit)));
