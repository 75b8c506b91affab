"""Common verbs that are no triggers, which the tagger must know."""

COMMON = """
accept achieve act add admit affect agree aim allow answer appear apply argue arrange ask assess assist assume
attend avoid await back base
become begin believe belong benefit bring care carry cause change check choose claim clear close collect come
compare compete complete
concern confirm connect consider consist contain continue contribute control convince cost cover create cross cut
deal decide decline
decrease deepen defend define deliver depend describe design deserve destroy detail determine develop differ direct
discover discuss
draw drive drop earn ease emerge enable encourage end enjoy ensure enter establish estimate examine exceed exist
expand expect explain
explore express extend face fail fall fear feel fill find finish fit focus follow force form gain gather get give go
grow handle happen
have head hear help hide hold hope host identify imagine improve include increase indicate influence inform insist
intend introduce
involve join keep know lack last lay lead learn leave lend let lie like limit listen live look lose love maintain
make manage mark
matter mean measure mention mind miss need note notice observe obtain occur offer open operate oppose order organise
organize own pay
perform permit persuade pick place plan play point prefer prepare present press prevent proceed produce protect
prove provide pull
pursue push put question raise reach react read realise realize reason recall receive recognise recognize recommend
record recover
reduce refer reflect regard regret rejoin relate rely remain remember remove repair repeat replace reply represent
require rescue resolve
respond rest restore result return reveal rise roll run save say see seek seem send serve set settle shake share
shift show shrink
slow smile speak spend spread stand start state stay stem step stop strengthen stress study succeed suffer suggest
support suppose
surprise survive take talk tell tend think threaten tie touch trace train treat trust try turn understand undermine
update use value
view visit wait want warn wear weigh welcome wish wonder work worry worsen write
"""
