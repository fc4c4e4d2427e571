// Reads a public log, laid out as files in a folder, with the reference implementation of transparency logs
// (golang.org/x/mod/sumdb), and holds everything in it against the signed checkpoint:
//
//	read-log FOLDER VERIFIER-KEY [PROOF-FILE...]
//
// It prints how many entries were found to be those that were signed. Any doubt ends it with exit code 1.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// folder serves tiles as C2SP tlog-tiles names them: without the height, which is always 8.
type folder string

func (f folder) Height() int { return height }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func must(err error, what string) {
	if err != nil {
		fmt.Fprintln(os.Stderr, what+":", err)
		os.Exit(1)
	}
}

func openCheckpoint(message []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(message, note.VerifierList(verifier))
	must(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		must(fmt.Errorf("%q", opened.Text), "checkpoint text")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, "size")
	root, err := tlog.ParseHash(lines[2])
	must(err, "root")
	return tlog.Tree{N: size, Hash: root}
}

// entries are the entries of the log in their order, from its bundles.
func (f folder) entries(size int64) [][]byte {
	var all [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: height, L: 0, N: n, W: int(width)}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), filepath.FromSlash(path)))
		must(err, "bundle")
		for len(data) >= 2 {
			length := int(binary.BigEndian.Uint16(data))
			if len(data) < 2+length {
				must(fmt.Errorf("ends inside an entry"), path)
			}
			all = append(all, data[2:2+length])
			data = data[2+length:]
		}
	}
	if int64(len(all)) != size {
		must(fmt.Errorf("%d for %d", len(all), size), "entries")
	}
	return all
}

// verifyProof holds a tlog-proof, with the entry as its extra data, against the key alone.
func verifyProof(file string, verifier note.Verifier) {
	text, err := os.ReadFile(file)
	must(err, "proof")
	parts := strings.SplitN(string(text), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || len(parts) != 2 {
		must(fmt.Errorf("%q", lines[0]), "proof header")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err, "extra")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	must(err, "index")
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err, "hash")
		proof = append(proof, hash)
	}
	tree := openCheckpoint([]byte(parts[1]), verifier)
	must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)), file)
}

func main() {
	log := folder(os.Args[1])
	verifier, err := note.NewVerifier(os.Args[2])
	must(err, "key")
	message, err := os.ReadFile(filepath.Join(string(log), "checkpoint"))
	must(err, "checkpoint")
	tree := openCheckpoint(message, verifier)
	reader := tlog.TileHashReader(tree, log)
	entries := log.entries(tree.N)
	for index, entry := range entries {
		place := int64(index)
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, place)})
		must(err, "tiles")
		if hashes[0] != tlog.RecordHash(entry) {
			must(fmt.Errorf("entry %d is not that of its tile", index), "entry")
		}
		proof, err := tlog.ProveRecord(tree.N, place, reader)
		must(err, "inclusion")
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, place, tlog.RecordHash(entry)), "inclusion")
		older, err := tlog.TreeHash(place+1, reader)
		must(err, "older root")
		history, err := tlog.ProveTree(tree.N, place+1, reader)
		must(err, "consistency")
		must(tlog.CheckTree(history, tree.N, tree.Hash, place+1, older), "consistency")
	}
	for _, file := range os.Args[3:] {
		verifyProof(file, verifier)
	}
	fmt.Println(len(entries))
}
