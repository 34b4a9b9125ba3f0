"""Takes in a community from a Stack Exchange dump: the XML files as the company publishes them."""

from junto.portability.stackexchange.conversations import Answers, Comments, Questions
from junto.portability.stackexchange.history import History
from junto.portability.stackexchange.links import Links
from junto.portability.stackexchange.outcomes import Outcomes
from junto.portability.stackexchange.people import People
from junto.portability.stackexchange.stage import Stages
from junto.portability.stackexchange.votes import Votes

STAGES: Stages = (People(), Questions(), Answers(), Comments(), Outcomes(), Votes(), History(), Links())
