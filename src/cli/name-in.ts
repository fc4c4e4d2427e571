import type { CommandContext } from './command.ts';

/** A name as the reader knows it: in English the English one if there is one, else the name as it is. */
export function nameIn(
  { language }: Pick<CommandContext, 'language'>,
  name: string,
  nameEn: string | undefined,
): string {
  return language === 'en' && nameEn !== undefined && nameEn.trim() !== '' ? nameEn : name;
}
