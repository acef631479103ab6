"""A longer program, as a student would write it: classes, exceptions, formatting and sorting together."""


class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed:.2f}, have {available:.2f}")
        self.shortfall = needed - available


class Account:
    interest = 0.01
    _next_number = 1000

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.history = []
        self.number = Account._next_number
        Account._next_number += 1

    @property
    def balance(self):
        return round(self._balance, 2)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def year_end(self):
        self.deposit(self._balance * self.interest) if self._balance else None

    def __str__(self):
        return f"#{self.number} {self.owner:<8}{self.balance:>12,.2f}"

    def __lt__(self, other):
        return self._balance < other._balance


class Savings(Account):
    interest = 0.05

    def withdraw(self, amount):
        fee = max(1, amount * 0.01)
        return super().withdraw(amount + fee)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, owner, **options):
        account = kind(owner, **options)
        self.accounts[account.number] = account
        return account

    def transfer(self, source, target, amount):
        before = source.balance, target.balance
        try:
            source.withdraw(amount)
            target.deposit(amount)
        except InsufficientFunds as error:
            print(f"transfer failed: {error} (short by {error.shortfall:.2f})")
            return False
        except ValueError as error:
            print("transfer refused:", error)
            return False
        else:
            print(f"moved {amount} from {source.owner} to {target.owner}")
            return True
        finally:
            print("   ", before, "->", (source.balance, target.balance))

    def report(self, *, by=None):
        print("-" * 24)
        for account in sorted(self.accounts.values(), key=by, reverse=True):
            print(account)
        print(f"{'total':<14}{sum(a.balance for a in self.accounts.values()):>12,.2f}")


bank = Bank()
ada = bank.open(Account, "Ada", balance=1500)
bob = bank.open(Savings, "Bob", balance=250.5)
eve = bank.open(Account, "Eve")
bank.transfer(ada, bob, 400)
bank.transfer(bob, eve, 100)
bank.transfer(eve, ada, 500)
bank.transfer(ada, eve, -5)
bank.report()
for account in bank.accounts.values():
    account.year_end()
bank.report(by=lambda account: account.owner)
print(ada.deposit(10).deposit(20).balance, [kind for kind, _ in ada.history])
print({a.owner: len(a.history) for a in bank.accounts.values()}, max(bank.accounts.values()).owner)
kinds = {}
for account in bank.accounts.values():
    kinds.setdefault(type(account).__name__, []).append(account.owner)
print(kinds)
try:
    ada.balance = 10
except AttributeError as error:
    print(error)
