"""Trains the tagger: ``python -m training.statements.train CORPUS BASE OUT``; see README.md."""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

from training.statements.corpus import is_held_out, read_corpus
from training.statements.features import IGNORE, Batch, Example, label, load_tokenizer, make_batch, training_windows
from training.statements.network import Encoder, Masks, Network
from training.statements.renaming import renamed, surnames_of


def losses(net: Network, batch: Batch, drop: Masks | None) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Cross entropy of cues, of roles without and with a cue."""
    x = net.encoder(batch.ids, batch.kinds, batch.mask, drop)
    if drop:
        x = drop(x)
    cue = functional.cross_entropy(net.cues(x).float().flatten(0, 1), batch.cues.flatten(), ignore_index=IGNORE)
    aside = functional.cross_entropy(net.aside(x).float().flatten(0, 1), batch.aside.flatten(), ignore_index=IGNORE)
    if not len(batch.row):
        return cue, aside, cue * 0
    scores = net.roles(x, batch.row, batch.first, batch.last, batch.sentences, batch.paragraphs)
    role = functional.cross_entropy(
        scores.float().flatten(0, 1), batch.roles.flatten(), ignore_index=IGNORE, reduction="sum"
    )
    return cue, aside, role / max(1, len(batch.row))


class Halves:
    """Weights in bfloat16 for the passes, beside their full copies that the optimiser moves."""

    def __init__(self, net: Network) -> None:
        self.full = net
        self.half = copy.deepcopy(net).to(torch.bfloat16)
        moving = [name for name, p in net.named_parameters() if p.requires_grad]
        full, half = dict(net.named_parameters()), dict(self.half.named_parameters())
        self.pairs = [(full[name], half[name]) for name in moving]

    def gather(self) -> None:
        """Gradients from the halves to the full weights."""
        for full, half in self.pairs:
            full.grad = None if half.grad is None else half.grad.float()
            half.grad = None

    @torch.no_grad()
    def spread(self) -> None:
        """The moved weights back to the halves."""
        for full, half in self.pairs:
            half.copy_(full)


def groups(net: Network, top: float, heads: float, decay: float) -> list[dict[str, object]]:
    """Parameters with their rates: lower layers learn slower; the embeddings of words stay as they are."""
    net.encoder.words.weight.requires_grad_(False)
    found: list[dict[str, object]] = []
    for name, parameter in net.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = top * decay ** (5 - int(name.split(".")[2]))
        elif name.startswith("encoder.kinds"):
            rate = heads
        elif name.startswith("encoder."):
            rate = top * decay**6
        else:
            rate = heads
        found.append({"params": [parameter], "lr": rate, "weight_decay": 0.01 if parameter.ndim > 1 else 0.0})
    return found


def options() -> argparse.Namespace:
    """What the command line says."""
    known = argparse.ArgumentParser(description=__doc__)
    known.add_argument("corpus", type=Path)
    known.add_argument("base", type=Path)
    known.add_argument("out", type=Path)
    known.add_argument("--epochs", type=float, default=2.0)
    known.add_argument("--seed", type=int, default=1)
    known.add_argument("--longest", type=int, default=288)
    known.add_argument("--batch", type=int, default=8)
    known.add_argument("--top", type=float, default=1.5e-4)
    known.add_argument("--heads", type=float, default=1e-3)
    known.add_argument("--renamed", type=float, default=0.5, help="share of articles read with other names")
    known.add_argument("--dropout", type=float, default=0.1)
    known.add_argument("--start", type=Path, help="weights to go on from")
    known.add_argument("--all", action="store_true", help="train on the held-out articles too")
    return known.parse_args()


class Data:
    """The training articles as examples, in every epoch some of them with other names."""

    def __init__(self, o: argparse.Namespace, rng: random.Random) -> None:
        self._tokenizer = load_tokenizer(o.base / "tokenizer.json")
        self._articles = [a for a in read_corpus(o.corpus / "train") if o.all or not is_held_out(a.name)]
        self._examples = [label(a, self._tokenizer) for a in self._articles]
        self._known = surnames_of([a.text for a in self._articles])
        self._options, self._rng = o, rng
        self.pieces = sum(len(e.pieces.ids) for e in self._examples)

    def batches(self) -> list[list[tuple[Example, int, int]]]:
        """The windows of one epoch, those of like length together, in a random order."""
        o, rng, surnames = self._options, self._rng, sorted(self._known)
        read = [
            label(renamed(a, surnames, self._known, rng), self._tokenizer) if rng.random() < o.renamed else e
            for a, e in zip(self._articles, self._examples, strict=True)
        ]
        windows = training_windows(read, o.longest, rng)
        found = [windows[i : i + o.batch] for i in range(0, len(windows), o.batch)]
        rng.shuffle(found)
        return found


class Training:
    """A network on its way: its halves, its optimiser, and how far it is."""

    def __init__(self, o: argparse.Namespace, net: Network, total: float) -> None:
        self.net = net.train()
        self.halves = Halves(net)
        self.drop = Masks(o.dropout, o.seed)
        self.optimiser = torch.optim.AdamW(groups(net, o.top, o.heads, 0.9), fused=True)
        self.rates = [float(g["lr"]) for g in self.optimiser.param_groups]
        self.total, self.seen, self.steps = total, 0.0, 0
        self.began = time.monotonic()
        self.shown = [0.0] * 3

    @property
    def done(self) -> float:
        """The share of the way that is behind."""
        return self.seen / self.total

    def step(self, batch: Batch) -> None:
        """One step: a rise of the rates over the first 6%, then a straight fall to nothing."""
        scale = min(1.0, self.done / 0.06 + 0.02) * max(0.01, 1 - self.done)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * scale
        cue, aside, role = losses(self.halves.half, batch, self.drop)
        (cue * 10 + aside * 0.5 + role * 0.15).backward()
        self.halves.gather()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimiser.step()
        self.halves.spread()
        self.seen += float(batch.mask.sum())
        self.steps += 1
        now = (float(v.detach()) for v in (cue, aside, role))
        self.shown = [0.98 * s + 0.02 * v for s, v in zip(self.shown, now, strict=True)]
        if self.steps % 50 == 0:
            rate = self.seen / (time.monotonic() - self.began)
            losses_now = " ".join(f"{s:.4f}" for s in self.shown)
            print(f"{self.steps} {self.done:.2f} cue, aside, role: {losses_now}; {rate:.0f} pieces/s", flush=True)


def main() -> None:
    """Reads, trains, saves."""
    o = options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(2)
    rng = random.Random(o.seed)
    data = Data(o, rng)
    net = Network(Encoder.pretrained(o.base / "model.safetensors"))
    if o.start:
        net.load_state_dict(torch.load(o.start, weights_only=True))
    training = Training(o, net, o.epochs * data.pieces)
    while training.done < 0.999:
        for chosen in data.batches():
            if training.done >= 1:
                break
            training.step(make_batch(chosen, rng, negatives=1.0, plain=0.05))
        torch.save(net.state_dict(), o.out)


if __name__ == "__main__":
    main()
