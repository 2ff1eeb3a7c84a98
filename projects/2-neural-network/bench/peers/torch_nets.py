"""The same networks in PyTorch, one thread: the peer of mnist-epoch and mnist-cnn-epoch."""

import torch
from torch import nn
from peer import serve

torch.set_num_threads(1)


def training(net, images, n):
    labels = torch.randint(0, 10, (n,))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    loss_of = nn.CrossEntropyLoss()

    def epoch():
        for rows in torch.randperm(n).split(128):
            optimizer.zero_grad()
            loss_of(net(images[rows]), labels[rows]).backward()
            optimizer.step()

    return epoch


def mlp(n):
    net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
    return training(net, torch.rand(n, 784), n)


class Residual(nn.Sequential):
    def forward(self, x):
        return x + super().forward(x)


def cnn(n):
    def block(channels, filters, kernel, stride):
        convolution = nn.Conv2d(channels, filters, kernel, stride, padding=kernel // 2, bias=False)
        return [convolution, nn.BatchNorm2d(filters), nn.ReLU()]

    net = nn.Sequential(
        *block(1, 24, 5, 2),
        *block(24, 48, 3, 2), Residual(*block(48, 48, 3, 1)),
        *block(48, 96, 3, 2), Residual(*block(96, 96, 3, 1)),
        nn.Flatten(), nn.Dropout(0.3), nn.Linear(16 * 96, 10),
    )
    return training(net, torch.rand(n, 1, 28, 28), n)


serve({"mlp": mlp, "cnn": cnn}, versions={"torch": torch.__version__})
