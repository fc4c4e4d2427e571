// The peer of the benchmark "log": Go's transparency log (golang.org/x/mod/sumdb/tlog and note) over one journal file.
// It takes commands on standard input, one a line, and answers each with "ok":
//
//	append COUNT BYTES   appends records, signs the new tree, and answers once all of it is on the disk
//	prove COUNT          makes that many inclusion proofs from tiles
//	verify COUNT         opens a signed tree and checks an inclusion proof in it, that many times
package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		found[place] = s[index]
	}
	return found, nil
}

type tiles map[string][]byte

func (t tiles) Height() int { return 8 }
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		all = append(all, t[tile.Path()])
	}
	return all, nil
}
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

type log struct {
	hashes   stored
	size     int64
	journal  *os.File
	signer   note.Signer
	verifier note.Verifier
	signed   []byte
	seed     uint32
}

func (l *log) append(count, length int) {
	var block []byte
	record := make([]byte, length)
	for n := 0; n < count; n++ {
		copy(record, fmt.Sprintf("%020d", l.size))
		added, err := tlog.StoredHashes(l.size, record, l.hashes)
		must(err)
		l.hashes = append(l.hashes, added...)
		l.size++
		block = append(block, record...)
		for _, hash := range added {
			block = append(block, hash[:]...)
		}
	}
	root, err := tlog.TreeHash(l.size, l.hashes)
	must(err)
	l.signed, err = note.Sign(&note.Note{Text: fmt.Sprintf("peer\n%d\n%s\n", l.size, root)}, l.signer)
	must(err)
	_, err = l.journal.Write(append(block, l.signed...))
	must(err)
	must(l.journal.Sync())
}

func (l *log) next() int64 {
	l.seed = l.seed*1664525 + 1013904223
	return int64(l.seed) % l.size
}

func (l *log) prove(count int) {
	kept := tiles{}
	for _, tile := range tlog.NewTiles(8, 0, l.size) {
		data, err := tlog.ReadTileData(tile, l.hashes)
		must(err)
		kept[tile.Path()] = data
	}
	root, err := tlog.TreeHash(l.size, l.hashes)
	must(err)
	reader := tlog.TileHashReader(tlog.Tree{N: l.size, Hash: root}, kept)
	for n := 0; n < count; n++ {
		_, err := tlog.ProveRecord(l.size, l.next(), reader)
		must(err)
	}
}

func (l *log) verify(count int) {
	place := l.next()
	proof, err := tlog.ProveRecord(l.size, place, l.hashes)
	must(err)
	hash := l.hashes[tlog.StoredHashIndex(0, place)]
	for n := 0; n < count; n++ {
		opened, err := note.Open(l.signed, note.VerifierList(l.verifier))
		must(err)
		var size int64
		var text string
		_, err = fmt.Sscanf(opened.Text, "peer\n%d\n%s\n", &size, &text)
		must(err)
		root, err := tlog.ParseHash(text)
		must(err)
		must(tlog.CheckRecord(proof, size, root, place, hash))
	}
}

func main() {
	secret, public, err := note.GenerateKey(rand.Reader, "peer")
	must(err)
	journal, err := os.Create(os.Args[1])
	must(err)
	l := &log{journal: journal, seed: 1}
	l.signer, err = note.NewSigner(secret)
	must(err)
	l.verifier, err = note.NewVerifier(public)
	must(err)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var command string
		var count, length int
		fmt.Sscan(lines.Text(), &command, &count, &length)
		switch command {
		case "append":
			l.append(count, length)
		case "prove":
			l.prove(count)
		case "verify":
			l.verify(count)
		}
		fmt.Println("ok")
	}
}
