"""What module tokenize stands on."""


class TokenizerIter:
    def __init__(self, readline, /, *, extra_tokens, encoding=None):
        raise NotImplementedError('_tokenize.TokenizerIter')
