/** What the archive of a case holds and how it is checked, for whoever opens it without this program. */
export const ARCHIVE_README = `この書庫は、一つの申請案件の記録一式です。
This archive is the whole record of one case.

case.json                    案件、手数料、決定、ラベル / the case, its fee, decisions and label
scheme.json                  申請に適用された制度データ / the scheme data the case was filed under
submissions/N/answers.json   第N回の提出の回答（受領書のハッシュ値と一致） / answers of submission N, byte for byte
submissions/N/receipt.json   第N回の提出の受領書 / its receipt: every file with size and SHA-256
format-checks.json           形式確認の結果と指摘 / format checks with their remarks
events.json                  行われたこと全て / everything that was done, by whom, for whom and why
notes.json                   職員のメモ / notes of staff
files.json                   書庫内の名前と元の名前 / the files by their names here and as filed
files/                       提出されたファイル / the files that were filed
SHA256SUMS                   上の全てのハッシュ値 / the hash of each of these

確かめ方 / To check it:  sha256sum -c SHA256SUMS
`;
