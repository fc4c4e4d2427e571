import { enableCompileCache } from 'node:module';
import { main } from './shirushi.ts';

enableCompileCache();
// Whoever reads the output may stop reading (`| head`); that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
process.exitCode = await main(process.argv.slice(2));
