"""Verbs whose forms the tagger must know: irregular ones with all forms, and common ones that are no triggers."""

# base:past participle; a form given once is both
IRREGULAR = """
arise:arose arisen|awake:awoke awoken|be:was been|bear:bore borne|beat:beat beaten|become:became become|begin:began
begun|bend:bent
bind:bound|bite:bit bitten|bleed:bled|blow:blew blown|break:broke
broken|breed:bred|bring:brought|build:built|burn:burnt|burst:burst
buy:bought|cast:cast|catch:caught|choose:chose chosen|cling:clung|come:came
come|cost:cost|creep:crept|cut:cut|deal:dealt|dig:dug
do:did done|draw:drew drawn|drink:drank drunk|drive:drove driven|eat:ate eaten|fall:fell
fallen|feed:fed|feel:felt|fight:fought
find:found|flee:fled|fly:flew flown|forbid:forbade forbidden|forget:forgot forgotten|forgive:forgave
forgiven|freeze:froze frozen
get:got gotten|give:gave given|go:went gone|grow:grew grown|hang:hung|have:had|hear:heard|hide:hid
hidden|hit:hit|hold:held|hurt:hurt
keep:kept|know:knew known|lay:laid|lead:led|leave:left|lend:lent|let:let|lie:lay
lain|light:lit|lose:lost|make:made|mean:meant
meet:met|overcome:overcame overcome|overthrow:overthrew
overthrown|overturn:overturned|pay:paid|plead:pleaded|prove:proved proven
put:put|quit:quit|read:read|rebuild:rebuilt|ride:rode ridden|ring:rang rung|rise:rose risen|run:ran
run|say:said|see:saw seen
seek:sought|sell:sold|send:sent|set:set|shake:shook shaken|shed:shed|shoot:shot|show:showed shown|shrink:shrank
shrunk|shut:shut
sing:sang sung|sink:sank sunk|sit:sat|sleep:slept|slide:slid|speak:spoke
spoken|spend:spent|spill:spilt|spin:spun|split:split
spread:spread|stand:stood|steal:stole stolen|stick:stuck|strike:struck|strive:strove|swear:swore
sworn|sweep:swept|swim:swam swum
swing:swung|take:took taken|teach:taught|tear:tore torn|tell:told|think:thought|throw:threw thrown|undergo:underwent
undergone
understand:understood|uphold:upheld|wake:woke woken|wear:wore worn|win:won|withdraw:withdrew
withdrawn|withhold:withheld|write:wrote written
retake:retook retaken|resell:resold|overrun:overran overrun|override:overrode
overridden|outbid:outbid|broadcast:broadcast|bid:bid
hijack:hijacked|undertake:undertook
undertaken|wound:wounded|found:founded|ground:grounded|forecast:forecast|input:input|rescind:rescinded
"""

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
