import { makeRegister } from './register-files.ts';

/** Writes a register into a folder and prints what it made: in a process of its own, whose memory is not counted. */
const [folder = '', entries, lists] = process.argv.slice(2);
console.log(JSON.stringify(await makeRegister(folder, { entries: Number(entries), lists: Number(lists) })));
